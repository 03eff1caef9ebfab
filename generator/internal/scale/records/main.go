// Command records writes a collection of N records in three languages, to try the program with:
//
//	go run ./generator/internal/scale/records DIR N
package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/kengash/kengash/generator/internal/scale"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: records DIR N")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[2])
	if err == nil {
		err = scale.Write(os.Args[1], n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "records:", err)
		os.Exit(1)
	}
}

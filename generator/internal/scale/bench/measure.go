package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// cost is what a run of a program took.
type cost struct {
	elapsed  float64            // seconds
	cpu      float64            // seconds of user and system time, of all its processes
	largest  float64            // bytes of memory of its largest process at its peak
	together float64            // the same of all its processes at one time
	stages   map[string]float64 // seconds of each stage, where the program tells
}

// often is how often the memory of a program is looked at.
const often = 20 * time.Millisecond

// looked is called each time that the memory was looked at. Tests replace it.
var looked = func(cost) {}

// measure runs a program and returns what it took and what it wrote to stderr.
func measure(ctx context.Context, program string, args ...string) (cost, []byte, error) {
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return cost{}, nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var c cost
	for watch := time.NewTicker(often); ; {
		select {
		case <-watch.C:
			largest, together := memory(cmd.Process.Pid)
			c.largest, c.together = max(c.largest, largest), max(c.together, together)
			looked(c)
		case err := <-ended:
			watch.Stop()
			c.elapsed = time.Since(start).Seconds()
			// The times of a process that has ended have those of its children in them.
			c.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
			if err != nil {
				err = fmt.Errorf("%s %s: %w\n%s", program, strings.Join(args, " "), err, stderr.Bytes())
			} else if c.largest == 0 {
				err = errors.New("/proc does not tell the memory of processes; this runs on Linux")
			}
			return c, stderr.Bytes(), err
		}
	}
}

// memory returns the bytes of the process of a tree that was the largest at its peak, and those of
// all together now. What they share is counted for each.
func memory(pid int) (largest, together float64) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0 // it has ended
	}
	largest, together = field(status, "VmHWM:"), field(status, "VmRSS:")
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, list := range lists {
		children, err := os.ReadFile(list)
		if err != nil {
			continue // a thread that has ended
		}
		for child := range strings.FieldsSeq(string(children)) {
			if pid, err := strconv.Atoi(child); err == nil {
				l, t := memory(pid)
				largest, together = max(largest, l), together+t
			}
		}
	}
	return largest, together
}

// field returns a size in the status of a process, in bytes.
func field(status []byte, name string) float64 {
	_, rest, _ := bytes.Cut(status, []byte("\n"+name))
	words := bytes.Fields(rest)
	if len(words) == 0 {
		return 0
	}
	kB, err := strconv.ParseFloat(string(words[0]), 64)
	if err != nil {
		return 0
	}
	return kB * 1024
}

// median returns the median of a figure over all rounds; of two in the middle the smaller.
func median(costs []cost, figure func(cost) float64) float64 {
	all := make([]float64, len(costs))
	for i, c := range costs {
		all[i] = figure(c)
	}
	slices.Sort(all)
	return all[(len(all)-1)/2]
}

// What is taken of costs.
func elapsed(c cost) float64  { return c.elapsed }
func cpu(c cost) float64      { return c.cpu }
func largest(c cost) float64  { return c.largest }
func together(c cost) float64 { return c.together }

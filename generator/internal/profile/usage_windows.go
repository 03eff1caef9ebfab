package profile

import (
	"syscall"
	"time"
)

func own() (Usage, bool) {
	var created, exited, system, user syscall.Filetime
	if err := syscall.GetProcessTimes(^syscall.Handle(0), &created, &exited, &system, &user); err != nil {
		return Usage{}, false
	}
	return Usage{User: span(user), System: span(system)}, true
}

// span returns a time that Windows counts in units of 100 ns.
func span(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}

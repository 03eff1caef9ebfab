//go:build !linux

package command

// onSmallDisk is a program of Linux.
func onSmallDisk() {}

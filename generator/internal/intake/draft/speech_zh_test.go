package draft_test

import "testing"

// TestWhatPeopleSayIsNoTask reads no tasks of what people said at a meeting, or did since the last
// one.
func TestWhatPeopleSayIsNoTask(t *testing.T) {
	for text, want := range map[string]string{
		"李明：渠塌了四十多米，等不得。\n\n张丽：钱要有数。": "",
		"李明：11月20日前写出方案。":             "李明 2025-11-20",
		"李明：整理问卷。":                    "李明 ",
		"请财务长于11月20日前提出评估报告。":         "财务长 2025-11-20",
	} {
		haveTasks(t, text, want)
	}
}

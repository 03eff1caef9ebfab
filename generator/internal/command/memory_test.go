package command

import "testing"

func TestMemorySizes(t *testing.T) {
	for text, want := range map[string]int64{"2GiB": 2 << 30, "1.5GiB": 3 << 29, "1500MiB": 1500 << 20, "256MiB": 256 << 20} {
		var m memorySize
		if err := m.Set(text); err != nil || int64(m) != want {
			t.Errorf("%s is %d, %v, want %d", text, m, err, want)
		}
		var again memorySize
		if err := again.Set(m.String()); err != nil || again != m {
			t.Errorf("%s is written %s, which is %d", text, m.String(), again)
		}
	}
	for _, text := range []string{"", "2", "2GB", "x", "GiB", "-1GiB", "255MiB", "1e300GiB", "NaNGiB", "2 GiB"} {
		var m memorySize
		if err := m.Set(text); err == nil {
			t.Errorf("%q is %d", text, m)
		}
	}
}

package typography_test

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"github.com/kengash/kengash/generator/internal/typography"
)

func TestSigns(t *testing.T) {
	for text, want := range map[string]string{
		`ru:«да» — 5–6, „нет“… ИТ-отрасль, № 5 (да): «а „б“ в».`: "",
		"ru:- список\n- ещё":                       "",
		`ru:"да" и "нет"`:                          "straight quotation mark 0 x4",
		`ru:он - да, она -- нет`:                   "hyphen instead of a dash 5 x2",
		`ru:«а «б» в», «г»`:                        "«…» within «…» 5 x1",
		`ru:и так...`:                              "three dots 9 x1",
		`ru:да , нет .`:                            "space before punctuation 5 x2",
		`en:“It’s” – 5–6; U.S. member… (a): b, c.`: "",
		`en:"It's"`:              "straight quotation mark 0 x3",
		`en:a -- b`:              "hyphens instead of a dash 2 x1",
		`en:yes , no ... then`:   "space before punctuation 4 x1; three dots 9 x1",
		`en:| a | :--- | ---: |`: "",
		`zh:第一次会议（ICT）于2021年11月25日举行，UPI (Unified) 5.1 GHz；“是”……`: "",
		`zh:会议,通过(草案)`:   "half-width punctuation beside a Chinese character 6 x3",
		`zh:会议 通过`:       "space beside Chinese characters 6 x1",
		`zh:2021 年；后， 前`: "space beside Chinese characters 4 x2",
		`zh:"是"`:         "straight quotation mark 0 x2",
		`zh-Hans:（一） 二`:  "space beside Chinese characters 9 x1",
		`ur:"x" -- y`:    "",
	} {
		tag, text, _ := strings.Cut(text, ":")
		var got []string
		for _, s := range typography.Signs(tag, text) {
			got = append(got, fmt.Sprintf("%s %d x%d", s.What, s.Offset, s.Count))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s: %s: got %q, want %q", tag, text, got, want)
		}
	}
}

func TestASignIsShownWithTheWordsAroundIt(t *testing.T) {
	text := "one\nthe long way to a \"word\" and\x00\x00 on\ntwo"
	if got := typography.Signs("en", text)[0].Found; got != `ng way to a "word" and` {
		t.Errorf("got %q", got)
	}
}

func TestASignDoesNotKeepItsText(t *testing.T) {
	text := "one " + strings.Repeat("word ", 1000) + `"two" three`
	found := typography.Signs("en", text)[0].Found
	from, at := uintptr(unsafe.Pointer(unsafe.StringData(text))), uintptr(unsafe.Pointer(unsafe.StringData(found)))
	if from <= at && at < from+uintptr(len(text)) {
		t.Error("the words around a sign are a part of the text")
	}
}

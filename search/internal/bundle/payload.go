package bundle

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc64"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klauspost/compress/flate"
)

// The form of a payload's file: see "Payload" in FORMAT.md. It is a script, since script elements
// work where requests of a script do not: in pages opened from a disk. It is UTF-16, since text in
// which two bytes carry 15 bits takes 7 % more than the bytes themselves, and base64 33 %; the byte
// order mark takes precedence over the charset that a server declares.
const (
	payloadMark  = "\xff\xfe"
	payloadCall  = `KengashZ("`
	payloadComma = `","`
	payloadEnd   = "\")\n"
	// Characters of data: firstSymbol and the 2^15-1 after it, and at last one that counts the bits
	// of padding.
	symbolBits   = 15
	firstSymbol  = 0x3000
	firstPadding = '0'
)

// Extension ends the name of a payload's file.
const Extension = ".js"

// compressionLevel is where more effort hardly makes payloads smaller.
const compressionLevel = 8

// compressors are reused: one holds more than a megabyte.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, compressionLevel)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// sealSize is how many bytes of a file its seal takes: 64 bits, as characters of 15.
const sealSize = (64 + symbolBits - 1) / symbolBits * 2

var sealTable = crc64.MakeTable(crc64.ECMA)

// seal is the checksum of a payload, of whose compressed bytes it is given the checksum: of these,
// its key and its build, so that no part passes for another, nor for the same one of another build.
func seal(compressed uint64, key, build string) uint64 {
	return reseal(crc64.Update(compressed, sealTable, []byte("\n"+key+"\n")), build)
}

// reseal returns the seal in a build of a payload that has this seal in none.
func reseal(sum uint64, build string) uint64 { return crc64.Update(sum, sealTable, []byte(build)) }

// appendSeal writes a seal as characters.
func appendSeal(out []byte, sum uint64) []byte {
	symbols := appendSymbols(nil, binary.BigEndian.AppendUint64(nil, sum))
	return append(out, symbols[:sealSize]...)
}

// readSeal reads what appendSeal wrote.
func readSeal(symbols []byte) (uint64, error) {
	padding := sealSize/2*symbolBits - 64
	sum, err := readSymbols(append(symbols[:len(symbols):len(symbols)], firstPadding+byte(padding), 0))
	if err != nil {
		return 0, err
	}
	return binary.BigEndian.Uint64(sum), nil
}

// packed is a payload as its file has it, whatever its key.
type packed struct {
	sum     uint64 // CRC-64/XZ of the compressed bytes
	symbols []byte // these, as characters
}

// pack compresses a payload.
func pack(data []byte) (packed, error) {
	var compressed bytes.Buffer
	w := compressors.Get().(*flate.Writer)
	defer compressors.Put(w)
	w.Reset(&compressed)
	if _, err := w.Write(data); err != nil {
		return packed{}, err
	}
	if err := w.Close(); err != nil {
		return packed{}, err
	}
	symbols := make([]byte, 0, 2*(compressed.Len()*8/symbolBits+2))
	return packed{crc64.Checksum(compressed.Bytes(), sealTable), appendSymbols(symbols, compressed.Bytes())}, nil
}

// file returns the contents of the file of a payload of no build. A key is made of language keys,
// names of files and slashes, so it needs no escapes.
func (p packed) file(key string) []byte {
	out := make([]byte, 0, headSize(key)+sealSize+len(p.symbols)+2*len(payloadEnd))
	out = append(out, payloadMark...)
	out = appendUTF16(out, payloadCall+key+payloadComma)
	out = appendSeal(out, seal(p.sum, key, ""))
	out = append(out, p.symbols...)
	return appendUTF16(out, payloadEnd)
}

// headSize is how many bytes of the file of a payload come before its seal.
func headSize(key string) int { return len(payloadMark) + 2*len(payloadCall+key+payloadComma) }

// appendUTF16 writes ASCII as UTF-16LE.
func appendUTF16(out []byte, ascii string) []byte {
	for i := range len(ascii) {
		out = append(out, ascii[i], 0)
	}
	return out
}

// appendSymbols writes bytes as characters of 15 bits, in UTF-16LE.
func appendSymbols(out, data []byte) []byte {
	acc, bits := uint32(0), 0
	put := func() {
		bits -= symbolBits
		out = binary.LittleEndian.AppendUint16(out, firstSymbol+uint16(acc>>bits&(1<<symbolBits-1)))
	}
	for _, b := range data {
		acc, bits = acc<<8|uint32(b), bits+8
		if bits >= symbolBits {
			put()
		}
	}
	padding := byte(0)
	if bits > 0 {
		padding = byte(symbolBits - bits)
		acc, bits = acc<<padding, symbolBits
		put()
	}
	return append(out, firstPadding+padding, 0)
}

// readSymbols reads what appendSymbols wrote.
func readSymbols(text []byte) ([]byte, error) {
	if len(text) < 2 || len(text)%2 == 1 {
		return nil, errPayload
	}
	n := len(text) - 2
	padding := int(binary.LittleEndian.Uint16(text[n:])) - firstPadding
	size := n/2*symbolBits - padding
	if padding < 0 || padding >= symbolBits || size < 0 || size%8 != 0 {
		return nil, errPayload
	}
	out := make([]byte, 0, size/8)
	acc, bits := uint32(0), 0
	for ; n > 0; n, text = n-2, text[2:] {
		symbol := uint32(binary.LittleEndian.Uint16(text)) - firstSymbol
		if symbol >= 1<<symbolBits {
			return nil, errPayload
		}
		acc, bits = acc<<symbolBits|symbol, bits+symbolBits
		for ; bits >= 8 && len(out) < size/8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
	}
	return out, nil
}

var errPayload = errors.New("not a payload, see FORMAT.md")

// decodePayload takes the file of a payload of a build apart, if it is whole.
func decodePayload(file []byte, build string) (key string, data []byte, err error) {
	head, ok := bytes.CutPrefix(file, append([]byte(payloadMark), appendUTF16(nil, payloadCall)...))
	if !ok {
		return "", nil, errPayload
	}
	name, rest, ok := bytes.Cut(head, appendUTF16(nil, payloadComma))
	symbols, end := bytes.CutSuffix(rest, appendUTF16(nil, payloadEnd))
	if !ok || !end || len(symbols) < sealSize {
		return "", nil, errPayload
	}
	key = string(bytes.ReplaceAll(name, []byte{0}, nil))
	sum, err := readSeal(symbols[:sealSize])
	if err != nil {
		return "", nil, err
	}
	compressed, err := readSymbols(symbols[sealSize:])
	if err != nil {
		return "", nil, err
	}
	if sum != seal(crc64.Checksum(compressed, sealTable), key, build) {
		return "", nil, errDamaged
	}
	data, err = io.ReadAll(flate.NewReader(bytes.NewReader(compressed)))
	return key, data, err
}

var errDamaged = errors.New("damaged, or of another build: its checksum differs (build the index again)")

// WritePayload writes a payload of no build into root under the path that its key says.
func WritePayload(root, key string, data []byte) error {
	var none *Memo
	file, err := none.file(key, data)
	if err != nil {
		return err
	}
	return writeFile(root, key, file)
}

func writeFile(root, key string, file []byte) error {
	return os.WriteFile(filepath.Join(root, filepath.FromSlash(key)+Extension), file, 0o644)
}

// WriteJSON is WritePayload for JSON, in its shortest form and with sorted keys.
func WriteJSON(root, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("payload %s: %w", key, err)
	}
	return WritePayload(root, key, b)
}

// SealFile makes a payload of no build that of a build. Content gets what the file has then, as far
// as it reaches.
func SealFile(root, key, build string, content []byte) (err error) {
	path := filepath.Join(root, filepath.FromSlash(key)+Extension)
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := io.ReadFull(file, content); err != nil {
		return err
	}
	at := headSize(key)
	var symbols [sealSize]byte
	if _, err := file.ReadAt(symbols[:], int64(at)); err != nil {
		return err
	}
	sum, err := readSeal(symbols[:])
	if err != nil {
		return err
	}
	sealed := appendSeal(nil, reseal(sum, build))
	if len(content) > at {
		copy(content[at:], sealed)
	}
	_, err = file.WriteAt(sealed, int64(at))
	return err
}

// ReadPayload reads the payload of a key in a build; "" is none.
func ReadPayload(root, build, key string) ([]byte, error) {
	path := filepath.Join(root, filepath.FromSlash(key)+Extension)
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	found, data, err := decodePayload(file, build)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case found != key:
		return nil, fmt.Errorf("%s: payload %q (want %q)", path, found, key)
	}
	return data, nil
}

//go:build !js

// The same compiler as a native program, for work on it: one request as JSON on standard input, the response on standard
// output; compiled bytes go to the file that the first argument names.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	request, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	response := handle(request)
	if len(os.Args) > 1 {
		if err := os.WriteFile(os.Args[1], response.wasm, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	fmt.Println(string(response.json))
}

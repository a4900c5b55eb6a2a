//go:build js && wasm

// The Rego compiler of aims as a resident WebAssembly instance: it hands one function to its host and waits for calls.
package main

import "syscall/js"

func main() {
	answer := js.FuncOf(func(_ js.Value, args []js.Value) any {
		response := handle([]byte(args[0].String()))
		bytes := js.Global().Get("Uint8Array").New(len(response.wasm))
		js.CopyBytesToJS(bytes, response.wasm)
		return js.ValueOf(map[string]any{"json": string(response.json), "wasm": bytes})
	})
	testEnded = func() { js.Global().Call("onRegoTestEnded") }
	js.Global().Call("onRegoCompilerReady", answer)
	select {}
}

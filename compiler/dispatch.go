package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime/debug"
)

// response is what one request is answered with: JSON, and besides it the bytes of a compiled policy.
type response struct {
	json []byte
	wasm []byte
}

// envelope is the outermost object of every response: exactly one of the two is set.
type envelope struct {
	Result any    `json:"result,omitempty"`
	Fault  string `json:"fault,omitempty"`
}

// handle answers one request. Whatever is wrong with the Rego sources is part of the result; a fault means that the
// request could not be read or that the compiler itself broke, after which the instance is not to be used again.
func handle(request []byte) (answer response) {
	defer func() {
		if broken := recover(); broken != nil {
			answer = fault(fmt.Sprintf("panic: %v\n%s", broken, debug.Stack()))
		}
	}()
	result, wasm, err := dispatch(request)
	if err != nil {
		return fault(err.Error())
	}
	text, err := encode(envelope{Result: result})
	if err != nil {
		return fault(err.Error())
	}
	return response{json: text, wasm: wasm}
}

func dispatch(request []byte) (result any, wasm []byte, err error) {
	var head struct {
		Op string `json:"op"`
	}
	if err := json.Unmarshal(request, &head); err != nil {
		return nil, nil, fmt.Errorf("the request is not JSON: %w", err)
	}
	switch head.Op {
	case "compile":
		return answerWithBytes(request, compileModules)
	case "inspect":
		return answerWith(request, inspectModules)
	case "check":
		return answerWith(request, checkModules)
	case "test":
		return answerWith(request, runTests)
	case "format":
		return answerWith(request, formatModule)
	case "evaluate":
		return answerWith(request, evaluateQuery)
	}
	return nil, nil, fmt.Errorf("there is no operation %q", head.Op)
}

func answerWith[Request, Result any](text []byte, operation func(Request) (Result, error)) (any, []byte, error) {
	return answerWithBytes(text, func(request Request) (Result, []byte, error) {
		result, err := operation(request)
		return result, nil, err
	})
}

func answerWithBytes[Request, Result any](
	text []byte,
	operation func(Request) (Result, []byte, error),
) (any, []byte, error) {
	var request Request
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&request); err != nil {
		return nil, nil, fmt.Errorf("the request cannot be read: %w", err)
	}
	return operation(request)
}

func fault(message string) response {
	text, err := encode(envelope{Fault: message})
	if err != nil {
		text = []byte(`{"fault":"the fault cannot be written"}`)
	}
	return response{json: text}
}

func encode(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimRight(text.Bytes(), "\n"), nil
}

package main

import (
	"runtime"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Steps of an evaluation between two moments in which others get a turn.
const stepsPerTurn = 500

// yieldingTracer lets the time limit of a test take effect: WebAssembly has one thread, and Go takes it from nobody, so
// that without it the timer would wait for an endless evaluation to end.
type yieldingTracer struct {
	// Besides, tells this one what happens, where it is set.
	inner topdown.QueryTracer
	steps int
}

func yieldingTo(coverage *cover.Cover) *yieldingTracer {
	if coverage == nil {
		return &yieldingTracer{}
	}
	return &yieldingTracer{inner: coverage}
}

func (tracer *yieldingTracer) Enabled() bool { return true }

func (tracer *yieldingTracer) Config() topdown.TraceConfig {
	if tracer.inner == nil {
		return topdown.TraceConfig{}
	}
	return tracer.inner.Config()
}

func (tracer *yieldingTracer) TraceEvent(event topdown.Event) {
	if tracer.steps++; tracer.steps%stepsPerTurn == 0 {
		runtime.Gosched()
	}
	if tracer.inner != nil {
		tracer.inner.TraceEvent(event)
	}
}

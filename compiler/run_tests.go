package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

const defaultTimeLimit = 10_000

// testEnded tells the host that a test ended: it watches over those that a time limit cannot end, since a builtin stops for none.
var testEnded = func() {}

type testRequest struct {
	Modules      sources         `json:"modules"`
	Capabilities json.RawMessage `json:"capabilities"`
	Data         map[string]any  `json:"data"`
	// As for a check; what a test gives by `with` counts as there.
	Documents []string `json:"documents"`
	// Regular expression over the full names of tests.
	Run      string `json:"run"`
	Coverage bool   `json:"coverage"`
	// In milliseconds, for one test.
	TimeLimit int `json:"timeLimit"`
}

type testResult struct {
	Tests    []testOutcome  `json:"tests"`
	Coverage []fileCoverage `json:"coverage,omitempty"`
	Errors   []problem      `json:"errors"`
}

type testOutcome struct {
	Package string     `json:"package"`
	Name    string     `json:"name"`
	File    string     `json:"file"`
	Row     int        `json:"row"`
	State   string     `json:"state"`
	Cases   []testCase `json:"cases,omitempty"`
	failure
	Message string `json:"message,omitempty"`
	Output  string `json:"output,omitempty"`
}

type testCase struct {
	Name  string `json:"name"`
	State string `json:"state"`
}

// runTests runs the tests among the modules. How long each took is not told: the same modules give the same answer.
func runTests(request testRequest) (testResult, error) {
	allowed, err := capabilitiesOf(request.Capabilities)
	if err != nil {
		return testResult{}, err
	}
	none := testResult{Tests: []testOutcome{}, Errors: []problem{}}
	if _, err := regexp.Compile(request.Run); err != nil {
		none.Errors = []problem{{Code: "test_filter_error", Message: err.Error()}}
		return none, nil
	}
	modules, problems := parse(request.Modules, allowed)
	if len(problems) > 0 {
		none.Errors = problems
		return none, nil
	}
	run := testRun{allowed: allowed, modules: modules, store: storeOf(request.Data), timeLimit: cmp.Or(request.TimeLimit, defaultTimeLimit)}
	if request.Documents != nil {
		run.references = newReferenceCheck(request.Data, request.Documents)
	}
	var coverage *cover.Cover
	if request.Coverage {
		coverage = cover.New()
	}
	results, problems := run.all(request.Run, coverage, false)
	if len(problems) > 0 {
		none.Errors = problems
		return none, nil
	}
	answer := testResult{Tests: run.outcomes(results), Errors: []problem{}}
	if coverage != nil {
		answer.Coverage = coverageOf(coverage, modules)
	}
	return answer, nil
}

type testRun struct {
	allowed   *ast.Capabilities
	modules   parsedModules
	store     storage.Store
	timeLimit int
	// Left out where references are not checked.
	references *referenceCheck
}

// all runs the tests whose names match. Tracing and coverage exclude one another.
func (run testRun) all(filter string, coverage *cover.Cover, trace bool) ([]*tester.Result, []problem) {
	ctx := context.Background()
	transaction, err := run.store.NewTransaction(ctx)
	if err != nil {
		return nil, problemsOf(err, "")
	}
	defer run.store.Abort(ctx, transaction)
	compiler := newCompiler(run.allowed).WithEnablePrintStatements(true)
	if run.references != nil && !trace {
		compiler = run.references.after(compiler)
	}
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(run.store).
		SetModules(run.modules).
		SetParallel(1).
		SetTimeout(time.Duration(run.timeLimit) * time.Millisecond).
		CapturePrintOutput(true).
		Filter(filter)
	if trace {
		runner = runner.EnableTracing(true)
	} else {
		runner = runner.SetCoverageQueryTracer(yieldingTo(coverage))
	}
	results, err := runner.RunTests(ctx, transaction)
	if err != nil {
		return nil, problemsOf(err, "")
	}
	collected := []*tester.Result{}
	for result := range results {
		collected = append(collected, result)
		testEnded()
	}
	if run.references != nil && !trace {
		if missing := run.references.errors(); len(missing) > 0 {
			return nil, missing
		}
	}
	return collected, nil
}

func (run testRun) outcomes(results []*tester.Result) []testOutcome {
	outcomes := make([]testOutcome, 0, len(results))
	for _, result := range results {
		outcomes = append(outcomes, run.outcomeOf(result))
	}
	slices.SortFunc(outcomes, func(a, b testOutcome) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Name, b.Name))
	})
	failures := run.failures(outcomes)
	for i, outcome := range outcomes {
		if outcome.State == "fail" {
			outcomes[i].failure = failures[outcome.fullName()]
		}
	}
	return outcomes
}

func (run testRun) outcomeOf(result *tester.Result) testOutcome {
	outcome := testOutcome{
		Package: strings.TrimPrefix(result.Package, "data."),
		Name:    result.Name,
		File:    result.Location.File,
		Row:     result.Location.Row,
		Output:  string(result.Output),
	}
	for path, each := range result.SubResults.Iter {
		if len(each.SubResults) == 0 {
			outcome.Cases = append(outcome.Cases, testCase{Name: strings.Join(path, "/"), State: passOrFail(each.Fail)})
		}
	}
	switch {
	case result.Skip:
		outcome.State = "skipped"
	case errors.Is(result.Error, context.DeadlineExceeded) || topdown.IsCancel(result.Error):
		outcome.State = "error"
		outcome.Message = fmt.Sprintf("the test did not end within %d ms", run.timeLimit)
	case result.Error != nil:
		outcome.State = "error"
		outcome.Message = errorText(result.Error)
	default:
		outcome.State = passOrFail(result.Fail)
	}
	return outcome
}

func passOrFail(failed bool) string {
	if failed {
		return "fail"
	}
	return "pass"
}

func errorText(err error) string {
	texts := []string{}
	for _, found := range problemsOf(err, "") {
		if found.File == "" {
			texts = append(texts, found.Message)
			continue
		}
		texts = append(texts, fmt.Sprintf("%s:%d: %s", found.File, found.Row, found.Message))
	}
	return strings.Join(texts, "\n")
}

func (outcome testOutcome) fullName() string {
	return "data." + outcome.Package + "." + outcome.Name
}

// failures runs the failed tests once more, to see where.
func (run testRun) failures(outcomes []testOutcome) map[string]failure {
	names := []string{}
	for _, outcome := range outcomes {
		if outcome.State == "fail" {
			names = append(names, regexp.QuoteMeta(outcome.fullName()))
		}
	}
	failures := map[string]failure{}
	if len(names) == 0 {
		return failures
	}
	results, _ := run.all("^(?:"+strings.Join(names, "|")+")$", nil, true)
	for _, result := range results {
		failures[result.Package+"."+result.Name] = failureOf(result.Trace)
	}
	return failures
}

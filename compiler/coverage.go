package main

import (
	"math"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/util"
)

type fileCoverage struct {
	File            string   `json:"file"`
	Covered         [][2]int `json:"covered"`
	NotCovered      [][2]int `json:"notCovered"`
	CoveredLines    int      `json:"coveredLines"`
	NotCoveredLines int      `json:"notCoveredLines"`
	Percent         float64  `json:"percent"`
}

// coverageOf counts the lines that hold something to evaluate. A line of which a part was not evaluated is not covered.
func coverageOf(coverage *cover.Cover, modules parsedModules) []fileCoverage {
	report := coverage.Report(modules)
	files := []fileCoverage{}
	for _, file := range util.KeysSorted(report.Files) {
		covered, notCovered := map[int]bool{}, map[int]bool{}
		for _, missed := range report.Files[file].NotCovered {
			notCovered[missed.Start.Row] = true
		}
		for _, reached := range report.Files[file].Covered {
			if !notCovered[reached.Start.Row] {
				covered[reached.Start.Row] = true
			}
		}
		percent := 100.0
		if lines := len(covered) + len(notCovered); lines > 0 {
			percent = math.Round(10_000*float64(len(covered))/float64(lines)) / 100
		}
		files = append(files, fileCoverage{
			File:            file,
			Covered:         spans(covered),
			NotCovered:      spans(notCovered),
			CoveredLines:    len(covered),
			NotCoveredLines: len(notCovered),
			Percent:         percent,
		})
	}
	return files
}

// spans joins neighbouring rows to pairs of first and last row.
func spans(rows map[int]bool) [][2]int {
	joined := [][2]int{}
	for _, row := range util.KeysSorted(rows) {
		if last := len(joined) - 1; last >= 0 && joined[last][1] == row-1 {
			joined[last][1] = row
			continue
		}
		joined = append(joined, [2]int{row, row})
	}
	return joined
}

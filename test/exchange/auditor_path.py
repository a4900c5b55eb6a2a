"""Follows one finding of assessment results to the records behind it, with the model of compliance-trestle and by uuids and hrefs alone.

    auditor_path.py RESULTS PLAN WORKSPACE STATEMENT RULE STATE

RESULTS and PLAN are assessment-results.json and system-security-plan.json, STATEMENT the target of the finding, RULE and STATE those
of the observation that is followed. Prints what an auditor would note down, as JSON.
"""

import hashlib
import json
import sys
from pathlib import Path
from urllib.parse import unquote

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.ssp import SystemSecurityPlan

NAMESPACE = "https://aims-as-code.org/ns/oscal"


def prop(props, name):
    """The value of the property of the name in the namespace of aims."""
    return next((str(p.value) for p in props or [] if p.name == name and str(p.ns) == NAMESPACE), None)


def plain(value):
    """A token as text: version 5 of trestle wraps it, once or twice."""
    while hasattr(value, "root"):
        value = value.root
    return str(value)


def only(things, wanted):
    """The one thing of a list that has a property."""
    (found,) = [thing for thing in things if wanted(thing)]
    return found


def rendition(resource, workspace):
    """The path of a resource's first rendition, its file, and whether the file has the digest."""
    rlink = resource.rlinks[0]
    assert prop(resource.props, "path-base") == "workspace"
    path = unquote(str(rlink.href))
    content = (workspace / path).read_bytes()
    digest = next(h.value for h in rlink.hashes if h.algorithm == "SHA-256")
    return path, content, hashlib.sha256(content).hexdigest() == digest


def main(results_path, plan_path, workspace, statement, rule, state):
    results = AssessmentResults.oscal_read(Path(results_path))
    plan = SystemSecurityPlan.oscal_read(Path(plan_path))
    workspace = Path(workspace)
    result = results.results[0]
    resources = {f"#{resource.uuid}": resource for resource in results.back_matter.resources}
    observations = {observation.uuid: observation for observation in result.observations}
    risks = {risk.uuid: risk for risk in result.risks}

    finding = only(result.findings, lambda each: each.target.target_id == statement)
    related = [observations[each.observation_uuid] for each in finding.related_observations]
    observation = only(
        related,
        lambda each: prop(each.props, "rule-id") == rule and prop(each.props, "verdict-state") == state,
    )
    subject = observation.subjects[0]
    system = only(plan.system_implementation.components, lambda each: each.uuid == subject.subject_uuid)
    ground = next(
        each for each in observation.relevant_evidence if prop(each.props, "subject-uuid") == subject.subject_uuid
    )
    descriptor, content, unchanged = rendition(resources[ground.href], workspace)
    line = content.decode("utf-8").split("\n")[int(prop(ground.props, "line")) - 1]
    record = resources[ground.links[0].href]
    evidence, _, same = rendition(record, workspace)
    print(
        json.dumps(
            {
                "system": system.title,
                "message": ground.description,
                "severity": prop(observation.props, "severity"),
                "assurance": prop(ground.props, "assurance"),
                "descriptor": descriptor,
                "line": line.strip().split(":")[0],
                "descriptorUnchanged": unchanged,
                "evidence": evidence,
                "evidenceState": prop(record.props, "evidence-state"),
                "evidenceSame": same,
                "risks": [
                    [plain(risk.status), plain(risk.remediations[0].lifecycle)]
                    for risk in (risks[each.risk_uuid] for each in finding.related_risks)
                ],
            }
        )
    )


main(*sys.argv[1:])

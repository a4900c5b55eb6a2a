#!/usr/bin/env bash
# Runs: cyclonedx-python-lib 11.12.0, a machine-learning BOM read and written again.
# Expected: the model card is kept, or its loss is reported.
# Happens: it is gone without a warning, and the component gains an entry in dependencies, which the format reads as
#   "depends on nothing".
# Why it matters: a tool that only means to sort or merge BOMs takes the evidence about the model out, and adds a
#   claim nobody made.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cyclonedx-python-lib==11.12.0

cat > run.py <<'END'
import json
from cyclonedx.model.bom import Bom
from cyclonedx.output.json import JsonV1Dot6

card = {"modelParameters": {"task": "classification"}}
model = {"type": "machine-learning-model", "bom-ref": "m", "name": "scorer", "modelCard": card}
bom = Bom.from_json({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [model]})
written = json.loads(JsonV1Dot6(bom).output_as_string())
print(json.dumps({"components": written["components"], "dependencies": written.get("dependencies")}))
END
seen=$(venv/bin/python run.py 2>&1)
expected=$(
  cat <<'END'
{"components": [{"bom-ref": "m", "name": "scorer", "type": "machine-learning-model"}], "dependencies": [{"ref": "m"}]}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi

#!/usr/bin/env bash
# Runs: huggingface_hub 2.4.0, a model card whose model-index has two models, read and written again.
# Expected: two models with their own results.
# Happens: one model is left, with the name of the last and the results of both.
# Why it matters: an accuracy that was measured on one model is claimed of the other after any tool has saved the
#   card.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check huggingface_hub==2.4.0

cat > run.py <<'END'
from huggingface_hub import ModelCard

card = ModelCard("""---
license: mit
model-index:
- name: first
  results:
  - task: {type: text-classification}
    dataset: {name: A, type: a}
    metrics: [{type: accuracy, value: 0.91}]
- name: second
  results:
  - task: {type: text-classification}
    dataset: {name: B, type: b}
    metrics: [{type: accuracy, value: 0.55}]
---
# Card
""")
print([line for line in str(card).splitlines() if line.startswith("- name:") or "value" in line])
END
seen=$(venv/bin/python run.py 2>&1)
expected=$(
  cat <<'END'
['- name: second', '      value: 0.91', '      value: 0.55']
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi

#!/usr/bin/env bash
# Deploys the stack to a stand-in for AWS on this machine (moto), looks whether it is there, deploys it once more
# without a change, and destroys it. Needs python3; no AWS account. What the stand-in cannot create (schedules, HTTP
# API, SES, alarms) it passes over; `cdk synth` and the tests of the stack look at those.
set -euo pipefail
cd "$(dirname "$0")/.."

REGION=us-east-1
STACK=Vigia-dev
STAND_IN=.vigia/moto
PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

if [ ! -x $STAND_IN/bin/moto_server ]; then
  python3 -m venv $STAND_IN
  $STAND_IN/bin/pip install --quiet 'moto[server]==5.2.1'
fi

WORK=$(mktemp -d)
$STAND_IN/bin/moto_server -H 127.0.0.1 -p "$PORT" >"$WORK/moto.log" 2>&1 &
SERVER=$!
trap 'kill $SERVER 2>/dev/null || true; rm -rf "$WORK"' EXIT

export AWS_ENDPOINT_URL=http://127.0.0.1:$PORT
# By this name the CLI gives the stand-in template addresses that it does not take for bucket names.
export AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION=http://localhost:$PORT
export AWS_REGION=$REGION AWS_DEFAULT_REGION=$REGION AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b
export CDK_DEFAULT_ACCOUNT=123456789012 CDK_DEFAULT_REGION=$REGION

for _ in $(seq 50); do
  if python3 -c "import urllib.request; urllib.request.urlopen('$AWS_ENDPOINT_URL/moto-api/', timeout=1)" 2>/dev/null; then break; fi
  sleep 0.2
done

# The address of the site is given, since the stand-in has no HTTP API that could name it.
sed "s|^  url: ''|  url: https://vigia.example|" settings.yaml >"$WORK/settings.yaml"
CDK=(npx cdk --no-notices --output "$WORK/cdk.out" -c "settings=$WORK/settings.yaml")

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

step bootstrap
"${CDK[@]}" bootstrap "aws://$CDK_DEFAULT_ACCOUNT/$REGION"
step deploy
"${CDK[@]}" deploy --require-approval never --method=direct
step 'what is there'
$STAND_IN/bin/python - "$STACK" <<'PYTHON'
import sys
import boto3

stack = sys.argv[1]
tables = boto3.client("dynamodb").list_tables()["TableNames"]
functions = boto3.client("lambda").list_functions()["Functions"]
streams = boto3.client("lambda").list_event_source_mappings()["EventSourceMappings"]
status = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
print(status, *tables, *[f["FunctionName"] for f in functions], sep="\n  ")
assert status == "CREATE_COMPLETE", status
assert sum(stack in name for name in tables) == 3, "three tables"
doors = {f["Description"] for f in functions if stack in f["FunctionName"]}
assert doors == {f"Vigía: {door}" for door in ("poll", "alert", "send", "receipts", "site")}, doors
assert all(f["Runtime"] == "nodejs24.x" and f["CodeSize"] > 10_000 for f in functions), "bundled code"
assert len(streams) == 2, "two doorbells"
PYTHON
step 'deploy again, without a change'
"${CDK[@]}" deploy --require-approval never --method=direct 2>&1 | tee "$WORK/again"
grep -q 'no changes' "$WORK/again"
step destroy
"${CDK[@]}" destroy --force
$STAND_IN/bin/python -c "
import boto3
left = [n for n in boto3.client('dynamodb').list_tables()['TableNames'] if '$STACK' in n]
assert not left, left"
step done

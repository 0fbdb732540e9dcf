#!/usr/bin/env bash
# Builds everything and runs every test. Ends with a line "N passed, N failed, N skipped".
#   ./test.sh                    all
#   ./test.sh Core Engine        only tests/Relocation.Core.Tests and tests/Relocation.Engine.Tests
set -uo pipefail
cd "$(dirname "$0")"
. ./build/require-sdk.sh
. ./build/require-test-programs.sh

fail() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

dotnet tool restore >/dev/null || fail "dotnet tool restore failed"
dotnet restore Relocation.sln --nologo -v quiet || fail "dotnet restore failed"
if [ "${CI:-}" = true ]; then
  dotnet format Relocation.sln --verify-no-changes --no-restore || fail "Run 'dotnet format Relocation.sln': the code is not formatted."
fi
dotnet build Relocation.sln --no-restore --nologo -v quiet -clp:ErrorsOnly || fail "The build failed"
for provider in Sqlite PostgreSql; do
  dotnet ef migrations has-pending-model-changes --no-build --project migrations/Relocation.Migrations.$provider >/dev/null ||
    fail "The model has changes without a $provider migration (docs/design/data.md tells how to add one)"
done

log=$(mktemp)
trap 'rm -f "$log"' EXIT
rc=0
if [ $# -eq 0 ]; then
  dotnet test --solution Relocation.sln --no-build --no-ansi --max-parallel-test-modules 2 2>&1 | tee "$log" || rc=$?
else
  for part in "$@"; do
    dotnet test --project "tests/Relocation.$part.Tests" --no-build --no-ansi 2>&1 | tee -a "$log" || rc=$?
  done
fi

awk '/^ *succeeded:/{p+=$2} /^ *failed:/{f+=$2} /^ *skipped:/{s+=$2} END{printf "%d passed, %d failed, %d skipped\n",p,f,s; exit !(p>0)}' "$log" || rc=1
exit $rc

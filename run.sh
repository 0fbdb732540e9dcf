#!/usr/bin/env bash
# Starts Relocation with its demonstration on http://127.0.0.1:5080 and prints a one-time sign-in link.
#   ./run.sh                 the demonstration, data kept in ./data
#   ./run.sh --fresh         the same from nothing
#   ./run.sh --no-demo       without the demonstration
set -euo pipefail
cd "$(dirname "$0")"
. ./build/require-sdk.sh

arguments=()
demonstration=--demo
for argument in "$@"; do
  case "$argument" in
    --fresh) rm -rf data ;;
    --no-demo) demonstration= ;;
    *) arguments+=("$argument") ;;
  esac
done

mkdir -p data
echo "Building Relocation (the first time takes a few minutes) ..."
dotnet build src/Relocation.Web -c Release -v quiet --nologo -clp:ErrorsOnly
exec dotnet run -c Release --no-build --no-launch-profile --project src/Relocation.Web -- ${demonstration:+"$demonstration"} ${arguments[@]+"${arguments[@]}"}

#!/bin/sh
# Trains the AOT cache of the daemon: serves the training site, asks for what daemons are asked for, and ends it. Where no
# socket can be made (its path is too long, the file system has none) there is no such cache, and the build goes on.
#
#   sh src/build/train-daemon.sh TARGET-DIRECTORY
#
# JAVA_HOME is the Java to use. TARGET-DIRECTORY has godwit.jar, godwit.aot and training/site.
set -eu

target=$1
site=$target/training/site
# Whatever the environment says: where it leads to, a daemon that is in use may listen.
export RUNTIME_DIRECTORY="$target/training"
socket=$RUNTIME_DIRECTORY/http.socket

rm -f "$socket" "$target/godwit-daemon.aot"
"$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$target/godwit-daemon.aot" -XX:+UseSerialGC -jar "$target/godwit.jar" \
  daemon --site "$site" >"$target/training/daemon.txt" 2>&1 &
daemon=$!

ask() {
  "$JAVA_HOME/bin/java" "-XX:AOTCache=$target/godwit.aot" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
    -jar "$target/godwit.jar" "$1" --site "$site" --socket "$socket" >>"$target/training/daemon.txt" 2>&1
}

until [ -S "$socket" ]; do
  if ! kill -0 "$daemon" 2>/dev/null; then
    echo "the daemon's cache is not made: see $target/training/daemon.txt"
    exit 0
  fi
  sleep 0.1
done
ask publish
ask status
ask shutdown
wait "$daemon"

dir=$(mktemp -d) || exit 125
trap 'rm -rf "$dir"' EXIT
if ! rustc -o "$dir/fee" fee.rs; then
    exit 125
fi
case "$("$dir/fee" 2000)" in
    small*) exit 0 ;;
    large*) exit 1 ;;
    *) exit 125 ;;
esac

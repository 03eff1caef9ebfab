// Where in a document a hit leads: the same as placeURL in search/places.go.

/**
 * The address of the place of a document that contains a position of its text; its own if there
 * is none, or at is less than 0. Places has a line for each: how many characters precede it,
 * and the anchor.
 */
export function placeUrl(url: string, places: string, body: string, at: number): string {
  if (places === "" || at < 0) {
    return url;
  }
  const before = [...body.slice(0, at)].length;
  let anchor = "";
  for (const line of places.split("\n")) {
    const [from = "", name = ""] = line.split(" ");
    if (Number(from) > before) {
      break;
    }
    anchor = name;
  }
  return anchor === "" ? url : `${url.replace(/#.*/, "")}#${anchor}`;
}

// Projection and topology a second time, with d3-geo and topojson-client: `geography | node map.mjs NODE_MODULES`.
// Places must agree to 1e-6 of the drawing's unit, coordinates to 1e-6 of a degree.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const TOLERANCE = 1e-6;
const modules = resolve(process.argv[2] ?? "node_modules");
const load = (path) => import(pathToFileURL(join(modules, path)));
const d3 = await load("d3-geo/src/index.js");
const { feature } = await load("topojson-client/src/index.js");
const ours = JSON.parse(readFileSync(0, "utf8"));

const fail = (what) => { console.error(`map: ${what}`); process.exit(1); };
const near = (a, b) => Math.abs(a - b) <= TOLERANCE;

const projections = {
  region: d3.geoAzimuthalEqualArea().rotate([-110, -22]).scale(860).translate([400, 400]),
  world: d3.geoEqualEarth().rotate([-150, 0]).scale(177.3).translate([480, 231]),
};
let places = 0;
for (const [name, projection] of Object.entries(projections)) {
  for (const [lon, lat, x, y] of ours[name]) {
    const [dx, dy] = projection([lon, lat]);
    if (!near(x, dx) || !near(y, dy)) fail(`${name}: ${lon}, ${lat} is at ${x}, ${y} here and at ${dx}, ${dy} in d3-geo`);
    places += 1;
  }
}
if (places < 500) fail(`only ${places} places compared`);

let points = 0;
for (const [name, shapes] of Object.entries(ours.topologies)) {
  const topology = JSON.parse(readFileSync(`www/map/${name}.topo.json`, "utf8"));
  const features = Object.values(topology.objects).flatMap((object) => feature(topology, object).features);
  if (features.length !== shapes.length) fail(`${name}: ${shapes.length} shapes here, ${features.length} in topojson-client`);
  features.forEach(({ id, geometry }, at) => {
    const [code, rings] = shapes[at];
    const theirs = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    if ((id ?? "") !== code || theirs.length !== rings.length) fail(`${name}: shape ${at} is ${code} here and ${id} there`);
    theirs.forEach((ring, r) => {
      if (ring.length !== rings[r].length) fail(`${name}: ring ${r} of ${code} has ${rings[r].length} points, not ${ring.length}`);
      ring.forEach(([lon, lat], p) => {
        if (!near(lon, rings[r][p][0]) || !near(lat, rings[r][p][1])) fail(`${name}: point ${p} of ring ${r} of ${code}`);
        points += 1;
      });
    });
  });
}
console.log(`map: ${places} places and ${points} points agree to ${TOLERANCE}`);

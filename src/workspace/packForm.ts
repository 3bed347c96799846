/** What can be told of dropped files without taking them apart, for the screen on which they are dropped. */
export { foreignPack, isGzip, isZip, PACK_HEAD } from '../intake/unpack/packForm';
export { passedOverName, type WhyPassedOver } from '../intake/unpack/passedOver';

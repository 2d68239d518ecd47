/** True on touch devices: there, moving the focus into a field would open the keyboard over the page. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

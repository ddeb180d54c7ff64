/** How many products the shop has, the same in both databases. */
export const PRODUCT_COUNT = 400;

const MATERIALS = [
  'Oak',
  'Walnut',
  'Steel',
  'Linen',
  'Ceramic',
  'Glass',
  'Copper',
  'Cotton',
  'Bamboo',
  'Cork',
] as const;
const THINGS = [
  'Teapot',
  'Chair',
  'Desk Lamp',
  'Café Table',
  'Bookend',
  'Vase',
  'Cutting Board',
  'Blanket',
  'Wall Clock',
  'Mug',
  'Shelf',
  'Candle Holder',
  '12" Frame',
  'Stool',
  'Tray',
  'Crème Brûlée Set',
  'Doormat',
  'Pillow',
  'Basket',
  'Mirror',
] as const;

/** The name of a product, from 1. */
export function productName(id: number): string {
  const thing = THINGS[id % THINGS.length];
  const material = MATERIALS[Math.floor(id / THINGS.length) % MATERIALS.length];
  return id > THINGS.length * MATERIALS.length
    ? `${material} ${thing}, large`
    : `${material} ${thing}`;
}

/** The stock keeping unit of a product, from 1. */
export function skuOf(id: number): string {
  return `SHP-${String(id).padStart(5, '0')}`;
}

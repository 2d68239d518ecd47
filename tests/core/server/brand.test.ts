import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import * as settingsRoutes from '../../../shared/console/routes.ts';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import { type BrandKind, noBrand } from '../../../shared/core/brand/brand.ts';
import type { Brand, BrandImage } from '../../../shared/core/brand/schema.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { newId, password, publicUrl } from '../../helpers/server.ts';

let stage: MailStage;
let cookie: string;
beforeEach(async () => {
  stage = await mailStage();
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  cookie = await stage.server.logIn('olga@shop.test');
});
afterEach(() => stage.close());

const picture = (width: number, height: number, background = '#2f5d50') =>
  sharp({ create: { width, height, channels: 4, background } });

const send = (
  kind: BrandKind,
  bytes: Uint8Array,
  { id = newId(), as = cookie, site = stage.server.site.id } = {},
): Promise<Response> =>
  stage.server.request('POST', `/api/inbox/${site}/brand-images?id=${id}&kind=${kind}`, {
    body: bytes,
    headers: { cookie: as, origin: publicUrl, 'content-type': 'application/octet-stream' },
  });

const sent = async (kind: BrandKind, bytes: Uint8Array): Promise<BrandImage> => {
  const reply = await send(kind, bytes);
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { image: BrandImage }).image;
};

const load = async () => (await stage.server.call(settingsRoutes.getSaved, { cookie })).body;
const withBrand = (document: SiteDocument, part: Partial<Brand>): SiteDocument => ({
  ...document,
  settings: { ...document.settings, brand: { ...document.settings.brand, ...part } },
});
const save = async (part: Partial<Brand>) => {
  const { revision, document } = await load();
  return stage.server.call(settingsRoutes.putSettings, {
    cookie,
    body: { revision, document: withBrand(document, part) },
  });
};
const page = async (query = '?lang=en'): Promise<string> =>
  (await stage.server.request('GET', `/sites/shop${query}`)).text();

describe('the look of a site', () => {
  test('pictures are written anew within their box, without what hid in them, and are everybody’s to see', async () => {
    const wide = await picture(4_000, 1_000)
      .withExif({ IFD0: { Copyright: 'hidden-words' } })
      .jpeg()
      .toBuffer();
    expect(await sent('logo', wide)).toMatchObject({ width: 640, height: 160 });
    expect(await sent('icon', await picture(50, 100).webp().toBuffer())).toMatchObject({
      width: 192,
      height: 192,
    });
    expect(await sent('share', await picture(3_000, 3_000).png().toBuffer())).toMatchObject({
      width: 1_200,
      height: 630,
    });
    const { id } = await sent('logoDark', wide);
    const reply = await stage.server.request('GET', `/sites/shop/images/${id}`);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(reply.headers.get('content-security-policy')).toContain('sandbox');
    expect(reply.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.includes('hidden-words')).toBe(false);
    expect((await sharp(bytes).metadata()).format).toBe('png');
  });

  test('a small logo is never blown up, and the same picture under the same id is the same', async () => {
    const small = await picture(100, 20).png().toBuffer();
    const id = newId();
    for (const _ of [1, 2]) {
      const reply = await send('logo', small, { id });
      expect(((await reply.json()) as { image: BrandImage }).image).toEqual({ id, width: 100, height: 20 });
    }
    expect((await send('logo', await picture(90, 20).png().toBuffer(), { id })).status).toBe(409);
    expect((await send('icon', small, { id })).status).toBe(409);
  });

  test('what is no picture, or too large a one, is refused with the reason', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [bytes, code] of [
      [script, 'not_allowed'],
      [Buffer.from('hello'), 'not_allowed'],
      [await picture(5_000, 5_000).webp({ effort: 0 }).toBuffer(), 'too_many_pixels'],
    ] as const) {
      const reply = await send('logo', bytes);
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ error: { code: 'invalid', fields: { file: code } } });
    }
    expect((await send('logo', new Uint8Array(5 * 1024 * 1024 + 1))).status).toBe(413);
  });

  test('is in the hands of who may change the settings, of this site alone', async () => {
    const bytes = await picture(100, 20).png().toBuffer();
    expect((await send('logo', bytes, { as: stage.cookie })).status).toBe(403);
    expect((await send('logo', bytes, { as: '' })).status).toBe(401);
    const other = await createSite(stage.server.ctx, { key: 'other', name: 'Other', origins: [] });
    expect((await send('logo', bytes, { site: other! })).status).toBe(404);
    const { id } = await sent('logo', bytes);
    expect((await stage.server.request('GET', `/sites/other/images/${id}`)).status).toBe(404);
    expect((await stage.server.request('GET', `/sites/shop/images/${newId()}`)).status).toBe(404);
    expect((await stage.server.request('GET', '/sites/shop/images/..%2f..%2fsecrets.json')).status).toBe(404);
  });

  test('shows in the header and footer of every page, by the language of each link', async () => {
    expect(await page()).not.toContain('class="logo"');
    const logo = await sent('logo', await picture(480, 160).png().toBuffer());
    const logoDark = await sent('logoDark', await picture(480, 160, '#fff').png().toBuffer());
    const icon = await sent('icon', await picture(200, 200).png().toBuffer());
    const share = await sent('share', await picture(1_200, 630).png().toBuffer());
    const reply = await save({
      logo,
      logoDark,
      icon,
      share,
      headerLinks: [{ label: 'Shop <b>', href: 'https://shop.test/', language: '' }],
      footerLinks: [
        { label: 'Impressum', href: 'https://shop.test/impressum', language: 'de' },
        { label: 'Legal notice', href: 'https://shop.test/legal', language: 'en' },
      ],
    });
    expect(reply.status).toBe(200);
    const html = await page();
    expect(html).toContain(
      `<img class="logo" src="/sites/shop/images/${logo.id}" alt="Shop" width="120" height="40"`,
    );
    expect(html).toMatch(new RegExp(`prefers-color-scheme: dark.{2,40}/sites/shop/images/${logoDark.id}`));
    expect(html).toContain(
      `<link rel="icon" type="image/png" sizes="192x192" href="/sites/shop/images/${icon.id}"`,
    );
    expect(html).toContain(`<meta property="og:image" content="${publicUrl}/sites/shop/images/${share.id}"`);
    expect(html).toContain('Shop &lt;b&gt;');
    expect(html).toContain('Legal notice');
    expect(html).not.toContain('Impressum');
  });

  test('takes no link that runs anything, and no picture that was never sent', async () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'shop.test',
      'https://a b',
    ]) {
      const reply = await save({ footerLinks: [{ label: 'x', href, language: '' }] });
      expect(reply.status, href).toBe(400);
      expect(JSON.stringify(reply.body)).toContain('document.settings.brand.footerLinks.0.href');
    }
    const reply = await save({ logo: { id: newId(), width: 10, height: 10 } });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { fields: { 'document.settings.brand.logo': 'unknown' } } });
  });

  test('comes without pictures from another installation’s file, and with them after an undo', async () => {
    const logo = await sent('logo', await picture(480, 160).png().toBuffer());
    expect((await save({ logo })).status).toBe(200);
    const { body: file } = await stage.server.call(settingsRoutes.exportSettings, { cookie });
    const elsewhere = structuredClone(file);
    (elsewhere.document as SiteDocument).settings.brand.logo = { id: newId(), width: 480, height: 160 };
    const { revision } = await load();
    const imported = await stage.server.call(settingsRoutes.importSettings, {
      cookie,
      body: { revision, file: elsewhere as never, apply: true },
    });
    expect(imported.status).toBe(200);
    expect(imported.body.saved.document.settings.brand).toEqual(noBrand());
    const undone = await stage.server.call(settingsRoutes.undo, {
      cookie,
      body: { revision: imported.body.saved.revision, to: revision },
    });
    expect(undone.body.document.settings.brand.logo).toEqual(logo);
  });

  test('is in mails: the logo lies inside, below the message, and nothing is loaded from anywhere', async () => {
    const logo = await sent('logo', await picture(480, 160).png().toBuffer());
    await save({ logo });
    const conversation = await stage.open('Is it ready?');
    await stage.reply(conversation, 'It is.');
    await stage.pass(4 * minute);
    const [mail] = stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === 'zoe@visitor.example');
    expect(mail!.parsed.text).toMatch(/^It is\./);
    const html = String(mail!.parsed.html);
    expect(html.indexOf('It is.')).toBeLessThan(html.indexOf('alt="Shop"'));
    expect(html).toMatch(/<img src="(?:cid:|data:image\/png)[^"]*" alt="Shop" width="120" height="40"/);
    expect(html).not.toMatch(/src="https?:/);
    const [attachment] = mail!.parsed.attachments;
    expect(attachment).toMatchObject({
      contentType: 'image/png',
      contentDisposition: 'inline',
      related: true,
    });
    expect((await sharp(attachment!.content).metadata()).width).toBe(480);
  });
});

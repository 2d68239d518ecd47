import { expect, isLine, isObject } from './usage.ts';

/** The page's visitor, as it identifies them. */
export interface Identity {
  /** Signed by the owner's server; what is not in it is a label and opens nothing. */
  token?: string;
  name?: string;
  email?: string;
  attributes?: Record<string, string>;
}

const known = /^(?:token|name|email|attributes)$/;

/** Attributes as the server takes them: at most twenty, short names, short lines; numbers and booleans as text. */
export const checkAttributes = (given: unknown): Record<string, string> => {
  expect(isObject(given), 'attributes: an object of texts');
  const entries = Object.entries(given as object);
  expect(entries.length <= 20, 'attributes: at most 20');
  return Object.fromEntries(
    entries.map(([name, value]) => {
      expect(
        /^[\w .-]{1,40}$/.test(name),
        `attributes: "${name}" is not a name of up to 40 letters and digits`,
      );
      expect(
        /^(?:string|number|boolean)$/.test(typeof value) && isLine(`${value}`, 200),
        `attributes.${name}: one line of up to 200 characters`,
      );
      return [name, `${value}`];
    }),
  );
};

/** @throws UsageError naming the field */
export const checkIdentity = (given: unknown): Identity => {
  expect(isObject(given), 'identify: an object with token, name, email or attributes');
  const { token, name, email, attributes } = given as Record<string, unknown>;
  for (const field of Object.keys(given as object))
    expect(known.test(field), `identify: no field "${field}"`);
  expect(
    token === undefined || (typeof token === 'string' && token.length <= 4096),
    'identify: token is a JWT',
  );
  expect(name === undefined || isLine(name, 80), 'identify: name is one line of up to 80 characters');
  expect(
    email === undefined || (isLine(email, 254) && /^\S+@\S+\.\S+$/.test(email)),
    'identify: email is an address',
  );
  return {
    ...(token !== undefined && { token: token as string }),
    ...(name ? { name: name as string } : {}),
    ...(email ? { email: email as string } : {}),
    ...(attributes !== undefined && { attributes: checkAttributes(attributes) }),
  };
};

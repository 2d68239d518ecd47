import { SignJWT } from 'jose';

/** For the person who is logged in on your server; FOYER_SECRET never leaves it. */
export const foyerToken = (user) =>
  new SignJWT({ name: user.name, email: user.email })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(user.id))
    .setAudience('shop')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(process.env.FOYER_SECRET));

import { spawnSync } from 'node:child_process';
import { randomBytes, sign } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkpointSigner, signingKey } from '#ledger/checkpoint.ts';
import { hasPython, mustHavePython } from './a-bundle.ts';

const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** What the Python verifier says of each signature. */
function verdictsOf(cases: readonly (readonly [key: Buffer, text: Buffer, signature: Buffer])[]) {
  const script = `
import sys, json
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import verify
def judged(case):
    try:
        return verify.signs(*(bytes.fromhex(one) for one in case))
    except ValueError:
        return False
print(json.dumps([judged(case) for case in json.load(sys.stdin)]))`;
  const folder = dirname(fileURLToPath(import.meta.resolve('#ledger/bundle/evidence.ts')));
  const run = spawnSync('python3', ['-c', script, folder], {
    input: JSON.stringify(cases.map((one) => one.map((bytes) => bytes.toString('hex')))),
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout) as unknown;
}

test('the Python verifier agrees with node:crypto on Ed25519', (context) => {
  if (!hasPython && !mustHavePython) context.skip('python3 is not on this machine: NOT run');
  const cases = Array.from({ length: 25 }, () => {
    const key = signingKey(randomBytes(32));
    const raw = Buffer.from(
      checkpointSigner('x', key).vkey.split('+').slice(2).join('+'),
      'base64',
    );
    const text = randomBytes(90);
    return [raw.subarray(1), text, sign(null, text, key)] as const;
  });
  const wrong = cases.flatMap(([key, text, signature], at) => [
    [flipped(key, at), text, signature] as const,
    [key, flipped(text, at), signature] as const,
    [key, text, flipped(signature, at)] as const,
    [key, text, flipped(signature, 32 + at)] as const,
    [key, text, shifted(signature)] as const,
    [key, text, signature.subarray(0, 63)] as const,
  ]);

  expect(verdictsOf(cases)).toEqual(cases.map(() => true));
  expect(verdictsOf(wrong)).toEqual(wrong.map(() => false));
}, 20_000);

function flipped(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
}

/** The same signature with S + L: a verifier that does not look takes it too. */
function shifted(signature: Buffer): Buffer {
  const little = Buffer.from(signature.subarray(32)).toReversed();
  const s = BigInt(`0x${Buffer.from(little).toString('hex')}`) + order;
  const hex = s.toString(16).padStart(64, '0');
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(hex, 'hex').toReversed()]);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressees } from '../connect/closing';

test('tells the origins the platform named and the window it is in, each once', () => {
  assert.deepEqual(
    addressees('https://sso.canvaslms.com https://school.example', ['https://school.example', 'https://outer.example'], ''),
    ['https://sso.canvaslms.com', 'https://school.example']);
});

test('takes the referrer where the browser does not name the window', () => {
  assert.deepEqual(addressees('https://lms.example', [], 'https://school.example/admin/tools?x=1'), ['https://lms.example', 'https://school.example']);
});

test('tells nobody where nobody is known, and never everybody', () => {
  assert.deepEqual(addressees('', [], ''), []);
  assert.deepEqual(addressees('', ['null'], 'about:blank'), []);
});

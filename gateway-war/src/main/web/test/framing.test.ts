import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unnamed } from '../connect/framing';

const own = 'https://video.example';

test('names every page around that is not known yet, once', () => {
  assert.deepEqual(
    unnamed('https://canvas.instructure.com https://*.instructure.com',
      ['https://quiz.instructure.com', 'https://canvas.school.example', 'https://portal.school.example', 'https://canvas.school.example', own], '', own),
    ['https://canvas.school.example', 'https://portal.school.example']);
});

test('does not take a domain for a name below it, nor its end for it', () => {
  assert.deepEqual(
    unnamed('https://*.school.example', ['https://school.example', 'https://badschool.example', 'https://a.b.school.example'], '', own),
    ['https://school.example', 'https://badschool.example']);
});

test('takes the page that opened it where the browser names none around', () => {
  assert.deepEqual(unnamed('https://lms.example', [], 'https://school.example/admin/tools?x=1', own), ['https://school.example']);
  assert.deepEqual(unnamed('https://lms.example', [], 'https://lms.example/admin', own), []);
});

test('leaves out what may not frame, and does without', () => {
  assert.deepEqual(
    unnamed('', ['null', 'http://lms.example', 'file://', 'http://school.localhost:8081', 'http://127.0.0.1:8081'], '', own),
    ['http://school.localhost:8081', 'http://127.0.0.1:8081']);
  assert.deepEqual(unnamed('', [], '', own), []);
});

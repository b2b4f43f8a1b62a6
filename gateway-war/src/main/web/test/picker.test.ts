import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWords } from '../language/folding';
import { Language } from '../language/language';
import { failure } from '../picker/answer';
import { Choice } from '../picker/choice';

const library = [{ id: 'a', title: 'Cells' }, { id: 'b', title: 'Osmosis' }, { id: 'c', title: 'Enzymes' }];

test('sends what was chosen in the order of the library, and only what is not as usual', () => {
  const choice = new Choice(true);
  choice.choose('c', true);
  choice.choose('a', true);
  choice.change('a', { title: ' Week 1 ', text: ' ', grade: 'share', opens: 'window' });
  choice.change('c', { title: 'Enzymes', grade: 'none' });
  assert.deepEqual(choice.items(library), [{ media: 'a', title: 'Week 1', grade: 'share', opens: 'window' }, { media: 'c' }]);
  assert.equal(choice.count, 2);
});

test('one video makes way for another where only one is taken', () => {
  const choice = new Choice(false);
  choice.choose('a', true);
  choice.choose('b', true);
  assert.deepEqual(choice.items(library), [{ media: 'b' }]);
});

test('a change of mind loses no wishes', () => {
  const choice = new Choice(true);
  choice.choose('a', true);
  choice.change('a', { grade: 'completion' });
  choice.choose('a', false);
  assert.deepEqual(choice.items(library), []);
  choice.choose('a', true);
  assert.deepEqual(choice.items(library), [{ media: 'a', grade: 'completion' }]);
});

test('finds words without accents, capitals and ligatures, in any order', () => {
  assert.ok(hasWords('Größe der Zelle', 'zelle GROSSE'));
  assert.ok(hasWords('Élan vital', 'elan'));
  assert.ok(hasWords('Der ﬁnale Film', 'finale'));
  assert.ok(hasWords('Anything', '  '));
  assert.ok(!hasWords('Cells', 'cell division'));
});

test('tells what may be tried again from what may not', () => {
  assert.deepEqual([401, 410, 409, 503, 429].map((status) => failure(status, 'x').why), ['over', 'over', 'answered', 'failed', 'failed']);
  assert.deepEqual(failure(422, 'deep_link.media_unknown'), { why: 'refused', reason: 'deep_link.media_unknown' });
});

test('counts on its button', () => {
  assert.equal(new Language('en').count('picker.add', 2), 'Add 2 videos');
  assert.equal(new Language('de').count('picker.add', 1), '1 Video hinzufügen');
});

import { Language } from '../language/language';
import { rememberPage } from '../session/reopening';
import { readSession } from '../session/session';
import { followHeight } from '../ui/frameHeight';
import { details } from './details';
import { ownVideos } from './ownVideos';
import type { StudioSession } from './studioData';

const session = readSession<StudioSession>();
const language = new Language(session.locale);
const main = document.getElementById('studio');
document.documentElement.lang = language.words;
rememberPage(session.renew, { token: session.token, ...(session.media === undefined ? {} : { media: session.media }) }, Date.now());
if (main) {
  if (session.media === undefined) ownVideos(main, session, language);
  else void details(main, session, language, session.media);
}
followHeight();

import type { Resources } from '../../shared/operation';
import { media } from './media';
import { message } from './message';
import { webhook } from './webhook';

export const resources: Resources = { media, message, webhook };

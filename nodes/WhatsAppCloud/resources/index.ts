import type { Resources } from '../../shared/operation';
import { media } from './media';
import { message } from './message';

export const resources: Resources = { media, message };

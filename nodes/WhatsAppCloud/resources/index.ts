import type { Resources } from '../../shared/operation';
import { media } from './media';
import { message } from './message';
import { template } from './template';
import { webhook } from './webhook';

export const resources: Resources = { media, message, template, webhook };

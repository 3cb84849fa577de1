import type { Resources } from '../../shared/operation';
import { blockedUser } from './blockedUser';
import { businessAccount } from './businessAccount';
import { businessProfile } from './businessProfile';
import { commerceSetting } from './commerceSetting';
import { conversationSetting } from './conversationSetting';
import { flow } from './flow';
import { group } from './group';
import { media } from './media';
import { message } from './message';
import { metaAnalytics } from './metaAnalytics';
import { phoneNumber } from './phoneNumber';
import { qrCode } from './qrCode';
import { subscription } from './subscription';
import { template } from './template';
import { webhook } from './webhook';

export const resources: Resources = {
	blockedUser,
	businessAccount,
	businessProfile,
	commerceSetting,
	conversationSetting,
	flow,
	group,
	media,
	message,
	metaAnalytics,
	phoneNumber,
	qrCode,
	subscription,
	template,
	webhook,
};

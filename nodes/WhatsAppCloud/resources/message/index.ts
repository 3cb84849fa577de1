import type { Resource } from '../../../shared/operation';
import { markRead } from './markRead';
import { pinMessage } from './pinMessage';
import { requestAddress } from './requestAddress';
import { requestCallPermission } from './requestCallPermission';
import { requestContactInfo } from './requestContactInfo';
import { requestLocation } from './requestLocation';
import { sendAudio } from './sendAudio';
import { sendCallButton } from './sendCallButton';
import { sendCarousel } from './sendCarousel';
import { sendCatalog } from './sendCatalog';
import { sendContacts } from './sendContacts';
import { sendCtaUrl } from './sendCtaUrl';
import { sendCustom } from './sendCustom';
import { sendDocument } from './sendDocument';
import { sendFlow } from './sendFlow';
import { sendImage } from './sendImage';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendOrderDetails } from './sendOrderDetails';
import { sendOrderStatus } from './sendOrderStatus';
import { sendProduct } from './sendProduct';
import { sendProductList } from './sendProductList';
import { sendReaction } from './sendReaction';
import { sendReplyButtons } from './sendReplyButtons';
import { sendSticker } from './sendSticker';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { sendVideo } from './sendVideo';

export const message: Resource = {
	name: 'Message',
	description: 'Write to people on WhatsApp',
	default: 'sendText',
	operations: {
		markRead,
		pinMessage,
		requestAddress,
		requestCallPermission,
		requestContactInfo,
		requestLocation,
		sendAudio,
		sendCallButton,
		sendCarousel,
		sendCatalog,
		sendContacts,
		sendCtaUrl,
		sendCustom,
		sendDocument,
		sendFlow,
		sendImage,
		sendList,
		sendLocation,
		sendOrderDetails,
		sendOrderStatus,
		sendProduct,
		sendProductList,
		sendReaction,
		sendReplyButtons,
		sendSticker,
		sendTemplate,
		sendText,
		sendVideo,
	},
};

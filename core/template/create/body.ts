import { InputError } from '../../input';
import { checkNumber, checkText } from '../../management/limits';
import { given } from '../../message/required';
import { buttonsComponent } from './buttons';
import { carouselComponent } from './carousel';
import type { AppDraft, AuthenticationDraft, TextDraft } from './draft';
import { bodyComponent, footerComponent, headerComponent, isNamed, type Component } from './texts';

/** What creating and editing have in common. */
export interface TemplateContent extends Record<string, unknown> {
	parameter_format?: 'NAMED' | 'POSITIONAL';
	components: Component[];
}

function offerComponent({ text, expires }: { text: string; expires: boolean }): Component {
	checkText('template.offer', text);
	return {
		type: 'LIMITED_TIME_OFFER',
		limited_time_offer: { ...given({ text }), has_expiration: expires },
	};
}

/** A template in the user's own words. Throws InputError, naming part and limit, for what Meta would refuse. */
export function textTemplate(draft: TextDraft): TemplateContent {
	const { header, body, footer = '', buttons, cards = [], offer } = draft;
	const headerText = header?.format === 'TEXT' ? header.text : '';
	const named = isNamed([headerText, body, ...cards.map((card) => card.body)]);
	if (cards.length > 0 && (header || footer.trim() || buttons.length > 0 || offer)) {
		throw new InputError(
			'A carousel has a body and cards, and no header, footer, buttons or offer beside them. Leave those empty.',
		);
	}
	if (offer && footer) {
		throw new InputError(
			'A limited-time offer has no footer. Leave the footer or the offer text empty.',
		);
	}
	const components = [
		header && headerComponent(header, named),
		offer && offerComponent(offer),
		bodyComponent(draft, named),
		footer.trim() && footerComponent(footer.trim()),
		buttons.length > 0 && buttonsComponent(buttons),
		cards.length > 0 && carouselComponent(cards, draft.examples, named),
	].filter((component): component is Component => Boolean(component));
	return { parameter_format: named ? 'NAMED' : 'POSITIONAL', components };
}

function supportedApp({ packageName, signatureHash }: AppDraft): Component {
	const package_name = packageName.trim();
	const signature_hash = signatureHash.trim();
	if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(package_name)) {
		throw new InputError(
			`"${package_name}" is no package name of an Android app, such as com.example.shop.`,
		);
	}
	if (signature_hash.length !== 11) {
		throw new InputError(
			`The signature hash of ${package_name} has ${signature_hash.length} characters; WhatsApp expects 11, such as K8a/AINcGX7.`,
		);
	}
	return { package_name, signature_hash };
}

/** A one-time-code template, whose words are Meta's. Throws InputError for what Meta would refuse. */
export function authenticationTemplate(draft: AuthenticationDraft): TemplateContent {
	const { otpType, securityAdvice, expiresInMinutes, buttonText = '', apps } = draft;
	const needsApps = otpType !== 'COPY_CODE';
	if (needsApps) checkNumber('template', 'apps', apps.length, [1, 5]);
	if (expiresInMinutes) {
		checkNumber('template', 'minutes until its code expires', expiresInMinutes, [1, 90]);
	}
	checkText('template.button', buttonText);
	const button = {
		type: 'OTP',
		otp_type: otpType,
		...given({ text: buttonText.trim() }),
		...(needsApps && { supported_apps: apps.map(supportedApp) }),
		...(otpType === 'ZERO_TAP' && { zero_tap_terms_accepted: true }),
	};
	return {
		components: [
			{ type: 'BODY', add_security_recommendation: securityAdvice },
			...(expiresInMinutes ? [{ type: 'FOOTER', code_expiration_minutes: expiresInMinutes }] : []),
			{ type: 'BUTTONS', buttons: [button] },
		],
	};
}

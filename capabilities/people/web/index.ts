export { OwnContact } from "./OwnContact.tsx";
export { PrivacyPage } from "./PrivacyPage.tsx";
export { UnitPage } from "./UnitPage.tsx";
export { UnitPosts } from "./UnitPosts.tsx";

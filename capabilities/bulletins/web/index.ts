export { BulletinPage } from "./BulletinPage.tsx";
export { BulletinsPage } from "./BulletinsPage.tsx";

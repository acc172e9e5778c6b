import type { Random } from './random.ts';

/** Syllables of invented names that sound like Hanoi's. */
const FIRST = ['An', 'Bích', 'Cẩm', 'Đại', 'Đông', 'Đồng', 'Giang', 'Hà', 'Hải', 'Hoa', 'Hoàng', 'Hồng', 'Hưng', 'Khánh', 'Kim', 'La', 'Lạc', 'Liên', 'Linh', 'Long', 'Lộc', 'Mai', 'Minh', 'Mỹ', 'Nam', 'Nghĩa', 'Ngọc', 'Nhân', 'Phú', 'Phúc', 'Phương', 'Quan', 'Quảng', 'Sơn', 'Tam', 'Tân', 'Tây', 'Thái', 'Thanh', 'Thiên', 'Thịnh', 'Thọ', 'Thủy', 'Tiên', 'Trúc', 'Trung', 'Tùng', 'Vạn', 'Văn', 'Vân', 'Viên', 'Vĩnh', 'Xuân', 'Yên']; // prettier-ignore
const SECOND = ['Bình', 'Cầu', 'Châu', 'Diệp', 'Duyên', 'Đình', 'Đường', 'Hạ', 'Hiền', 'Hòa', 'Hồ', 'Khê', 'Lâm', 'Lãng', 'Lập', 'Liễu', 'Lương', 'Mạch', 'Nội', 'Phong', 'Quán', 'Sen', 'Tảo', 'Thành', 'Thắng', 'Thượng', 'Tiến', 'Tiếp', 'Tín', 'Tỉnh', 'Tri', 'Trạch', 'Tuyền', 'Viên', 'Vượng', 'Xá', 'Ý', 'Ái', 'Ninh', 'Lão']; // prettier-ignore
const ALLEY_NAMES = ['Giếng Mẫu', 'Chợ Con', 'Đình Mẫu', 'Gạch Cũ', 'Hàng Tre', 'Cây Đa', 'Cổng Đông', 'Lò Rèn', 'Vườn Cau', 'Ao Sen', 'Bến Cát', 'Giếng Đá', 'Trại Hoa', 'Xóm Chùa']; // prettier-ignore

/** A street name nobody in this city bears yet, with its type: `Phố Lạc Khê`, and `Tam Phú Sen` once pairs run out. */
export function nameStreet(random: Random, taken: Set<string>, type: string): string {
  for (let attempt = 0; ; attempt++) {
    const middle = attempt > 6 ? ` ${random.pick(FIRST)}` : '';
    const name = `${random.pick(FIRST)}${middle} ${random.pick(SECOND)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return type === '' ? name : `${type} ${name}`;
  }
}

export function nameWard(random: Random, taken: Set<string>): string {
  return nameStreet(random, taken, 'Phường');
}

/** Alleys without a house number at their mouth go by a name. */
export function nameAlley(random: Random, taken: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const plain = random.pick(ALLEY_NAMES);
    const name = attempt < 4 ? plain : `${plain} ${random.integer(1, 9 + attempt)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

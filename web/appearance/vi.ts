/** The texts of day and night. */
export const appearanceVi = {
  'appearance.name': 'Màu màn hình',
  'appearance.day': 'Ban ngày',
  'appearance.night': 'Ban đêm',
  'appearance.clock': 'Theo giờ: tối từ lúc mặt trời lặn đến khi mọc',
  'appearance.help': 'Ngày / đêm; để yên thì theo giờ mặt trời',
} as const;

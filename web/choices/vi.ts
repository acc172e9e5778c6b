/** The texts of what else can be chosen: who gets closer. */
export const choicesVi = {
  'closer.title': 'Vào gần hơn',
  'closer.left': 'còn {{meters}}\u00A0m vòi',
  'closer.toDoor': 'tới tận cửa',
  'closer.agent': 'bình phun được {{clock}}',
  'closer.water': 'nước {{clock}}',
  'closer.noWater': 'chưa có nước',
  'closer.crew': 'tổ {{clock}}',
  'closer.pump': 'bơm khiêng tay',
  'note.closer-fits': 'lọt {{road}} ({{width}}), gần hơn {{closerMeters}}\u00A0m',
  'note.closer-elsewhere': 'dừng ở {{stopName}}, gần hơn {{closerMeters}}\u00A0m',
  'note.closer-pump': 'khiêng {{carryMeters}}\u00A0m tới {{waterKind}} gần cửa',
  'unit.class.ladder': 'xe thang',
  'unit.class.tanker': 'xe chở nước',
  'unit.class.portable_pump': 'bơm khiêng tay',
} as const;

/** How water comes to the fire, in words. */
export const waterVi = {
  'supply.need': 'Cần {{need}} · có {{flow}}',
  'supply.enough': 'đủ',
  'supply.missing': 'thiếu {{missing}}',
  'supply.noNeed': 'Có {{flow}}; chưa rõ cần bao nhiêu',
  'supply.rate': '{{flow}}\u00A0L/s',
  'supply.bar': 'Nước cần và nước có',
  'supply.details': 'Cách tiếp nước',
  'supply.details.pumps': 'Tiếp nước: {{lines}} đường, {{pumps}} bơm',
  'supply.details.shuttle': 'Tiếp nước: xe chở nước',
  'supply.estimate': 'Ước tính theo công thức, mặt đất coi như bằng; chưa đo.',
  'supply.needWhy':
    'Cần {{need}}\u00A0L/s trong {{hours}}\u00A0giờ: nhóm {{group}}{{useMark}}, {{floors}} tầng{{floorsMark}}, {{volume}}\u00A0m³ ({{source}}{{ruleMark}}).',
  'supply.feed': '{{water}} ({{meters}}\u00A0m), {{flow}}\u00A0L/s: {{relay}}',
  'supply.attack': 'Từ xe tới cửa ({{meters}}\u00A0m), {{flow}}\u00A0L/s: {{relay}}',
  'supply.relay': '{{lines}} đường vòi, {{hose}} cuộn, mất {{loss}}\u00A0bar; {{pumps}}',
  'supply.or': 'hoặc {{lines}} đường, {{pumps}} bơm, {{hose}} cuộn',
  'supply.noPump': 'đủ áp, không cần bơm',
  'supply.pump.water': 'bơm tại nguồn: {{who}}',
  'supply.pump.path': 'bơm ở {{meters}}\u00A0m: {{who}}',
  'supply.pump.engine': 'bơm của xe {{who}}',
  'supply.by.engine': 'xe {{callSign}}',
  'supply.by.portable': 'bơm khiêng tay của {{callSign}}',
  'supply.by.nobody': 'chưa có ai mang',
  'supply.unused': 'Không cộng thêm: {{list}}',
  'supply.why.flow-unknown': 'chưa rõ lưu lượng',
  'supply.why.no-flow': 'không có nước',
  'supply.why.same-main': 'cùng đường ống',
  'supply.why.too-deep': 'hút không tới',
  'supply.why.not-needed': 'để dự phòng',
  'supply.shuttle':
    'Chở nước từ {{water}} cách {{distance}}: một vòng {{clock}}; {{tankers}} (téc {{liters}}\u00A0L) cho {{flow}}\u00A0L/s.',
  'supply.shuttle.nobody': 'không còn xe',
  'supply.shuttle.enough': 'Đủ nước cần {{count}} xe.',
  'supply.shuttle.never': 'Bao nhiêu xe cũng không đủ: lấy nước quá chậm.',
  'supply.tank':
    'Téc {{liters}}\u00A0L: vòi giữ {{fill}}\u00A0L, còn phun {{clock}} ở {{flow}}\u00A0L/s.',
  'supply.tank.short': 'Téc {{liters}}\u00A0L không đủ đổ đầy {{meters}}\u00A0m vòi.',
  'supply.phone': 'Trực cấp nước {{main}}:',
  'supply.ladder':
    'Thang dài nhất {{meters}}\u00A0m ({{callSign}}), mái cao {{eaves}}\u00A0m ({{floors}} tầng{{mark}}): không tới.',
  'supply.ladder.none':
    'Không xe nào có thang; mái cao {{eaves}}\u00A0m ({{floors}} tầng{{mark}}).',
  'supply.paper.relay': 'Tiếp nước (ước tính)',
  'mapText.pumps': 'Bơm tiếp nước: {{list}}.',
  'legend.pump': 'Bơm tiếp nước',
  'note.tank-cannot-fill-hose':
    'Téc {{tankLiters}}\u00A0L không đủ đổ đầy {{hoseMeters}}\u00A0m vòi: phải nối nước cách {{supplyMeters}}\u00A0m trước khi phun.',
  'note.no-supply-in-reach':
    'Téc {{tankLiters}}\u00A0L không đủ đổ đầy {{hoseMeters}}\u00A0m vòi và không có nguồn nước trong tầm: xe này không cho nước.',
  'note.need-no-building': 'Chưa rõ nhà nào cháy nên chưa tính được nước cần.',
  'note.need-no-rule': 'Chưa có định mức nước cho loại nhà này.',
} as const;

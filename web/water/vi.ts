/** How water comes to the fire, in words. */
export const waterVi = {
  'water.unasked': 'Chưa có nước tính từ chỗ dừng của xe này; chỉ có nguồn tính từ cửa.',
  'supply.need': 'Cần {{need}} · có {{flow}}',
  'supply.enough': 'đủ',
  'supply.missing': 'thiếu {{missing}}',
  'supply.weakPump': 'xe {{callSign}} chỉ bơm được {{flow}}',
  'supply.missingHose_one': 'các xe tới trước thiếu {{n}} cuộn vòi',
  'supply.missingHose_other': 'các xe tới trước thiếu {{n}} cuộn vòi',
  'supply.missingPumps_one': '{{n}} bơm chưa có ai mang',
  'supply.missingPumps_other': '{{n}} bơm chưa có ai mang',
  'hose.toWater': '+ {{n}} tới nguồn nước',
  'supply.noNeed': 'Có {{flow}}; chưa rõ cần bao nhiêu',
  'supply.rate': '{{flow}}\u00A0L/s',
  'supply.bar': 'Nước cần và nước có',
  'supply.details': 'Cách tiếp nước',
  'supply.details.pumps': 'Tiếp nước: {{lines}} đường, {{pumps}} bơm',
  'supply.details.shuttle': 'Tiếp nước: xe chở nước',
  'supply.estimate': 'Ước tính theo công thức, mặt đất coi như bằng; chưa đo.',
  'supply.estimate.noFloors':
    'Chưa ghi số tầng: số cuộn vòi của xe đã cộng phần lên số tầng giả định; số cuộn và áp lực của từng đường ở đây chưa tính tầng trên.',
  'supply.needWhy':
    'Cần {{need}}\u00A0L/s trong {{hours}}\u00A0giờ: nhóm {{group}}{{useMark}}, {{floors}} tầng{{floorsMark}}, {{volume}}\u00A0m³ ({{source}}{{ruleMark}}).',
  'supply.feed': '{{water}} ({{meters}}\u00A0m{{main}}), {{flow}}\u00A0L/s: {{relay}}',
  'supply.attack': 'Từ xe tới cửa ({{meters}}\u00A0m{{up}}), {{flow}}\u00A0L/s: {{relay}}',
  'supply.attack.up': ', lên tầng {{floor}}',
  'supply.attack.noFloors': ', chưa tính tầng trên',
  'supply.relay':
    '{{lines}} đường vòi, {{hose}} cuộn{{missing}}, ước mất {{loss}}\u00A0bar; {{pumps}}',
  'supply.or': 'hoặc {{lines}} đường, {{pumps}} bơm, {{hose}} cuộn',
  'supply.noPump': 'đủ áp, không cần bơm',
  'supply.pump.water': 'bơm tại nguồn: {{who}}',
  'supply.pump.from.water': 'bơm cách nguồn nước {{meters}}\u00A0m: {{who}}',
  'supply.pump.from.engine': 'bơm cách xe {{meters}}\u00A0m, phía cửa: {{who}}',
  'supply.pump.engine': 'bơm của xe {{who}}',
  'supply.by.engine': 'xe {{callSign}}',
  'supply.by.portable': 'bơm khiêng tay của {{callSign}}',
  'supply.by.nobody': 'chưa có ai mang',
  'supply.unused': 'Không cộng thêm: {{list}}',
  'supply.why.flow-unknown': 'chưa rõ lưu lượng',
  'supply.why.no-flow': 'không có nước',
  'supply.why.same-main': 'cùng đường ống',
  'supply.why.perhaps-same-main': 'có thể chung đường ống với trụ đang dùng',
  'supply.why.too-deep': 'hút không tới',
  'supply.why.not-needed': 'để dự phòng',
  'supply.shuttle':
    'Chở nước từ {{water}} cách {{distance}}: một vòng {{clock}}; {{tankers}} (téc {{liters}}\u00A0L) cho {{flow}}\u00A0L/s.',
  'supply.shuttle.spare': 'Còn {{count}} xe khác cũng chở được.',
  'supply.shuttle.nobody': 'không còn xe',
  'supply.shuttle.enough': 'Đủ nước cần {{count}} xe.',
  'supply.shuttle.holds':
    'Nguồn này chỉ có {{volume}}\u00A0m³: dùng trong {{hours}}\u00A0giờ thì được {{flow}}\u00A0L/s.',
  'supply.shuttle.dry': 'Bao nhiêu xe cũng không đủ: nguồn hết nước trước.',
  'supply.shuttle.never': 'Bao nhiêu xe cũng không đủ: lấy nước quá chậm.',
  'supply.tank':
    'Téc {{liters}}\u00A0L: vòi giữ {{fill}}\u00A0L, còn phun {{clock}} ở {{flow}}\u00A0L/s.',
  'supply.tank.short': 'Téc {{liters}}\u00A0L không đủ đổ đầy {{meters}}\u00A0m vòi.',
  'supply.phone': 'Trực cấp nước {{main}}:',
  'supply.ladder':
    'Thang dài nhất {{meters}}\u00A0m ({{callSign}}), mái cao {{eaves}}\u00A0m ({{floors}} tầng{{mark}}): không tới.',
  'supply.ladder.perhaps':
    'Thang dài nhất {{meters}}\u00A0m ({{callSign}}), mái cao {{eaves}}\u00A0m ({{floors}} tầng{{mark}}): chưa rõ có chỗ hạ chân chống không.',
  'supply.ladder.none':
    'Không xe nào có thang; mái cao {{eaves}}\u00A0m ({{floors}} tầng{{mark}}).',
  'supply.paper.relay': 'Tiếp nước (ước tính)',
  'supply.main': ', {{main}}',
  'supply.pump.unmeasured': ' (áp lực chưa đo)',
  'supply.paper.short': 'Lý do, nguồn không dùng và cách khác: xem trên màn hình.',
  'mapText.pumps': 'Bơm tiếp nước: {{list}}.',
  'legend.pump': 'Bơm tiếp nước',
  'note.tank-cannot-fill-hose':
    'Téc {{tankLiters}}\u00A0L không đủ đổ đầy {{hoseMeters}}\u00A0m vòi: phải nối nước cách {{supplyMeters}}\u00A0m ({{supplyLengths}} cuộn) trước khi phun.',
  'note.no-supply-in-reach':
    'Téc {{tankLiters}}\u00A0L không đủ đổ đầy {{hoseMeters}}\u00A0m vòi và trong tầm không có nguồn nước dùng được: xe này không cho nước.',
  'note.supply-flow-unknown':
    'Nguồn nước phải nối chưa rõ lưu lượng: giờ có nước chỉ đúng nếu nguồn ấy có nước.',
  'note.closer-pump-flow-unknown':
    'khiêng {{carryMeters}}\u00A0m tới {{waterKind}} gần cửa, chưa rõ lưu lượng',
  'note.building-at-point': 'Tính cho ngôi nhà tại điểm đã chọn.',
  'note.need-unread': 'Chưa đọc được dữ liệu nhà tại đây nên chưa tính được nước cần.',
  'note.need-no-building': 'Chưa rõ nhà nào cháy nên chưa tính được nước cần.',
  'note.need-no-rule': 'Chưa có định mức nước cho loại nhà này.',
} as const;

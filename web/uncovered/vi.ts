/** What a set leaves uncovered behind it. */
export const uncoveredVi = {
  'uncovered.failed': 'Chưa biết để trống bao nhiêu nhà: {{why}}',
  'uncovered.counting': 'Đang đếm số nhà để trống',
  'uncovered.preparing': 'Chưa biết để trống bao nhiêu nhà: đang lập bảng giờ chạy',
  'uncovered.all': 'Mọi nhà vẫn trong {{minutes}} xe chạy',
  'uncovered.none':
    'Không thêm nhà nào ra ngoài {{minutes}} xe chạy; {{houses}} nhà vốn đã ở ngoài',
  'uncovered.left': 'Để trống {{houses}} nhà ngoài {{minutes}} xe chạy',
  'uncovered.move': 'nên dồn {{callSign}}',
  'uncovered.noMove': 'không có xe nào nên dồn',
  'uncovered.moveFull': 'Dồn {{callSign}} từ {{from}} về {{to}}',
  'uncovered.drive': 'đi {{minutes}}',
  'uncovered.driveUnknown': 'chưa rõ giờ chạy',
  'uncovered.moveUnchecked': 'chưa kiểm tra đường cấm',
  'uncovered.wayUnchecked': 'chưa kịp kiểm tra đường cấm và giờ chạy',
  'uncovered.gain': '{{houses}} nhà lại trong tầm',
  'uncovered.emptied': 'Trạm hết xe có nước: {{stations}}',
  'uncovered.onRoad': 'Xe có nước đang ở ngoài trạm, không tính vào tầm: {{count}}',
  'uncovered.unclosed': 'chưa trừ đường cấm',
  'uncovered.closures': 'Chưa trừ các đoạn đường đang cấm: thực tế có thể nhiều nhà ngoài tầm hơn.',
  'uncovered.wards': 'Nhiều nhất: {{wards}}',
  'uncovered.noWard': 'chưa rõ phường',
  'uncovered.how':
    'Tính theo bảng giờ chạy lập sẵn, khi có đường cấm thì tính lại trên mạng đường nếu kịp: xe có nước tới trong {{minutes}}; trước khi điều có {{before}} / {{total}} nhà.',
} as const;

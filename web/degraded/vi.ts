/** What an answer was made without. */
export const degradedVi = {
  'answer.kept':
    'Chưa tính được theo lựa chọn mới: {{why}}. Đang hiện phương án lúc {{time}}; máy chủ trả lời là tính lại ngay.',
  'answer.old':
    'Chưa tính lại được: {{why}}. Đang hiện phương án lúc {{time}}; máy chủ trả lời là tính lại ngay.',
  'error.kept': 'Chưa hỏi lại được: {{why}}. Đang hiện thông tin của lúc {{time}}.',
  'answer.again': 'đang tính lại…',
  'answer.kept.waiting': 'đang chờ máy chủ',
  'answer.rough': 'tới gần cửa; chưa tính chỗ dừng, vòi và nước',
  'unit.rough.short': 'tới gần',
  'unit.router.graph': 'đường dự phòng',
  'unit.router.table': 'theo bảng tính sẵn',
  'unit.router.straight-line': 'ước theo đường chim bay',
  'water.not-planned': 'Mạng đường không trả lời: chưa tìm được nguồn nước quanh đây.',
  'banner.no-plan': 'chưa tính được chỗ dừng, vòi và nước',
  'banner.router.graph': 'tính đường bằng đồ thị dự phòng',
  'banner.router.table': 'thời gian lấy từ bảng tính sẵn',
  'banner.router.straight-line': 'thời gian chỉ ước theo đường chim bay',
  'why.known-access': 'chỗ đường vào nhà; chưa xét xe có vào được không',
  'note.not-planned':
    'Chưa tính được chỗ dừng, vòi và nước: thời gian chỉ là tới chỗ đường vào nhà.',
  'note.may-not-fit':
    '{{road}} rộng {{width}}, xe cần {{neededMeters}}\u00A0m: có thể không vào được.',
  'note.closures-not-kept': 'Thời gian chưa xét hết các đoạn đường đang cấm.',
  'note.way-not-checked':
    'Chưa kiểm tra được xe có đi lọt suốt đường này không, đường có qua đoạn đang cấm hay chỗ mới sửa trên bản đồ không: xe có thể đến muộn hơn nhiều hoặc không tới được.',
  'note.graph-away':
    'Mạng đường không trả lời. Xếp xe theo thời gian tới gần cửa; chưa có chỗ dừng, vòi và nước.',
  'note.last-known':
    'Cơ sở dữ liệu không trả lời. Nhà, xe và trạng thái là của {{ageSeconds}} trước.',
  'note.across-river': 'ở bên kia {{river}}, chưa rõ đường vòng',
  'note.across-nameless-river': 'ở bên kia sông, chưa rõ đường vòng',
  'note.no-drive-time': 'chưa tính được thời gian',
} as const;
